# الحملات: ما يقرؤه القرّاء.

campaigns-people-consent-requested = طلب الاشتراك
campaigns-people-consent-confirmed = التأكيد
campaigns-people-consent-unsubscribed = إلغاء الاشتراك
campaigns-people-method-import = في ملف مستورد
campaigns-people-method-import_opt_out = في ملف مستورد، من كل شيء
campaigns-people-method-staff = عن طريق زملائنا
campaigns-people-method-sign_up = في صفحة الاشتراك
campaigns-people-method-confirmation_link = عبر الرابط الموجود في رسالة التأكيد
campaigns-people-method-unsubscribe_page = في صفحة إلغاء الاشتراك
campaigns-people-method-preferences_page = في صفحة التفضيلات
campaigns-people-method-one_click = بزر برنامج البريد
campaigns-people-method-address_change = عند تغيير العنوان
campaigns-people-method-still_wanted = عند السؤال عمّا إذا كانت الرسائل لا تزال مطلوبة
campaigns-people-method-no_answer = لعدم الإجابة عن السؤال عمّا إذا كانت الرسائل لا تزال مطلوبة
